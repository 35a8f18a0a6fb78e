import * as React from "react";
import type { Issue, IssueCode } from "../base/issue";
import type { Locale } from "../base/label";
import { fill, say, texts, type Texts } from "../messages/say";

/** The reader's language, and numbers and times in its manner. */
export interface Words {
  readonly locale: Locale;
  readonly text: Texts["pane"];
  /** Of the Robustness tab, which shares words with its sheet. */
  readonly robustness: Texts["robustness"];
  fill(text: string, parameters: Readonly<Record<string, string | number>>): string;
  say(issue: Issue): string;
  /** The kind of problem, in a few words. */
  kindName(code: IssueCode): string;
  /** With exactly so many decimals; an en dash for a missing number. */
  number(value: number, decimals?: number): string;
  percent(share: number, decimals?: number): string;
  time(iso: string): string;
}

export function wordsIn(locale: Locale): Words {
  const { pane: text, kinds, robustness } = texts(locale);
  const number = (value: number, decimals = 0) =>
    Number.isFinite(value)
      ? new Intl.NumberFormat(locale, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(value)
      : "–";
  return {
    locale,
    text,
    robustness,
    fill,
    kindName: (code) => kinds[code],
    // After a cell's address a sentence goes on in lower case; by itself it begins like any other.
    say: (issue) => {
      const sentence = say(issue, locale);
      return issue.at ? sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1);
    },
    number,
    percent: (share, decimals = 0) => (Number.isFinite(share) ? `${number(share * 100, decimals)}%` : "–"),
    time: (iso) =>
      new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false }).format(
        new Date(iso),
      ),
  };
}

export const WordsContext = React.createContext(wordsIn("en"));

export function useWords(): Words {
  return React.useContext(WordsContext);
}

/** "1 unit", "680 units". */
export function counted({ text, fill, number }: Words, what: Countable, count: number): string {
  return count === 1 ? text.check[`${what}One`] : fill(text.check[what], { count: number(count) });
}

export type Countable = "units" | "indicators" | "groupings" | "levels";
