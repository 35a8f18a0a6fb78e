import { eventTypes } from "../model/excel";
import type { Host } from "./host";
import { exchange, readyToCalculate } from "./host";
import type { Level } from "./requirements";
import { requirementsOf } from "./requirements";

/*
 * The conversation that Excel on the web has with an add-in's page, from Excel's side: the page stands in an iframe with the
 * unmodified Office.js, and JSON texts are posted to and fro.
 */

export interface ConversationOptions {
  /** The page's frame, which is not in the document yet: its name must be there before it. */
  readonly frame: HTMLIFrameElement;
  readonly mount: HTMLElement;
  readonly page: URL;
  readonly host: Host;
  readonly level: Level;
  /** As Office says it: "en-US", "zh-CN". */
  readonly language: string;
  readonly dark: boolean;
  /** After each request: the book may have changed. */
  readonly onAnswer: () => void;
}

export interface Conversation {
  /** Clicks a ribbon button; settles when the add-in says that the command is done. */
  runCommand(functionName: string, control: string): Promise<void>;
  /** Tells the add-in of events that happened since. */
  deliver(): void;
  /** Settles when the add-in's page has asked for its context. */
  readonly begun: Promise<void>;
  end(): void;
}

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _correlationId: number;
  readonly _data: unknown;
}
interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly [index: number]: unknown;
}

const isRequest = 0;
const isAnswer = 1;
const actionTypes = { registerEvent: 1, unregisterEvent: 2 };
const dispatchIds = { batch: 93, commandDone: 94 };
const refusals = { RequestPayloadSizeLimitExceeded: 5103, ResponsePayloadSizeLimitExceeded: 5104 };
/** The eighth part of the host's info: 1 is a shared runtime, 2 custom functions. */
const sharedRuntime = 1;
/** The library's category of workbook events. */
const richApiEvents = 65536;

let conversations = 0;

export function startConversation(options: ConversationOptions): Conversation {
  const { frame, mount, page, host, level, language, dark, onAnswer } = options;
  conversations += 1;
  const conversation = `workbench-${conversations}`;
  const control = `control-${conversations}`;
  const requirements = requirementsOf(level);
  const flags = "sharedruntime" in requirements ? sharedRuntime : 0;
  const hostInfo = `Excel$Web$16.00$${language}$${conversation}$$$${flags}`;
  /** By the event's name: the correlation id of the registration that its messages answer. */
  const registrations = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const queued: (() => void)[] = [];
  let begin: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let eventCount = 0;

  const post = (message: Record<string, unknown>) =>
    frame.contentWindow?.postMessage(
      JSON.stringify({
        _messageType: isAnswer,
        _conversationId: conversation,
        _origin: location.origin,
        _serializerVersion: 1,
        _errorCode: 0,
        ...message,
      }),
      page.origin,
    );
  const answer = (to: Message, data: unknown) =>
    post({ _actionName: to._actionName, _correlationId: to._correlationId, _responseType: 0, _data: data });
  const fire = (name: string, data: unknown): boolean => {
    const correlation = registrations.get(name);
    if (correlation === undefined) return false;
    post({ _actionName: name, _correlationId: correlation, _responseType: 1, _data: data });
    return true;
  };

  const deliver = () => {
    const { pending } = host.excel;
    if (!pending.length) return;
    const entries = pending.splice(0).map(({ kind, target, message }) => {
      eventCount += 1;
      return [richApiEvents, eventTypes[kind], target, JSON.stringify(message), eventCount, false];
    });
    fire("richApiMessage", { ArrayData: entries, Data: entries });
  };

  const call = async (message: Message, data: MethodCall) => {
    const { DispatchId } = data.DdaMethod;
    if (DispatchId === dispatchIds.batch) {
      const body = String(data.ArrayData?.[4]);
      await readyToCalculate(host, body);
      const result = exchange(host, body);
      answer(
        message,
        result.refused === null
          ? { Version: 1, Error: 0, Data: [200, [], result.body] }
          : { Version: 1, Error: refusals[result.refused] },
      );
      deliver();
      onAnswer();
      return;
    }
    if (DispatchId === dispatchIds.commandDone) {
      const id = String(data[0] ?? data.ArrayData?.[0]);
      waiting.get(id)?.();
      waiting.delete(id);
    }
    answer(message, { Version: 1, Error: 0 });
  };

  const receive = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== page.origin) return;
    const message = parse(event.data);
    if (message?._messageType !== isRequest) return;
    if (message._actionType === actionTypes.registerEvent) {
      registrations.set(message._actionName, message._correlationId);
      answer(message, { Error: 0 });
      if (message._actionName === "appCommandInvoked") for (const run of queued.splice(0)) run();
      return;
    }
    if (message._actionType === actionTypes.unregisterEvent) {
      registrations.delete(message._actionName);
      answer(message, { Error: 0 });
      return;
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        answer(message, contextOf(control, page, language, dark, requirements));
        begin();
        return;
      case "ContextActivationManager_notifyHost":
        return;
      case "executeMethod":
        void call(message, message._data as MethodCall);
        return;
      default:
        answer(message, null);
    }
  };
  window.addEventListener("message", receive);

  frame.name = JSON.stringify({
    baseFrameName: control,
    hostInfo,
    xdmInfo: `${conversation}|${control}|${location.origin}`,
    serializerVersion: "1",
    flights: "[]",
  });
  const address = new URL(page);
  address.searchParams.set("_host_Info", hostInfo);
  frame.src = address.href.replaceAll("%24", "$");
  mount.append(frame);

  return {
    begun,
    deliver,
    runCommand: (functionName, controlId) =>
      new Promise((resolve) => {
        const id = `command-${crypto.randomUUID()}`;
        waiting.set(id, resolve);
        const run = () =>
          fire("appCommandInvoked", [id, functionName, JSON.stringify({ source: { id: controlId } })]);
        // A page that is still loading registers for commands when it is ready.
        if (!run()) queued.push(run);
      }),
    end: () => {
      window.removeEventListener("message", receive);
      frame.remove();
    },
  };
}

/** The library speaks JSON texts; other messages to the page are none of ours. */
function parse(data: unknown): Message | null {
  if (typeof data !== "string" || !data.startsWith("{")) return null;
  try {
    return JSON.parse(data) as Message;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What an add-in is told about where it runs; the library refuses to start without any one of these. */
function contextOf(
  control: string,
  page: URL,
  language: string,
  dark: boolean,
  requirements: Readonly<Record<string, string>>,
) {
  return {
    _id: control,
    _appName: 16,
    _appVersion: "16.0",
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `${location.origin}/Workbook.xlsx`,
    _clientMode: 1,
    _settings: [],
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: control,
    _appInstanceId: control,
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify(requirements),
    _hostFullVersion: "16.0.19000.10000",
    _addinName: "Scorebook",
    _appDomains: [page.origin],
    _featureGates: {},
    _initialDisplayMode: 1,
    _officeTheme: dark
      ? {
          bodyBackgroundColor: "#262626",
          bodyForegroundColor: "#f3f2f1",
          controlBackgroundColor: "#1f1f1f",
          controlForegroundColor: "#ffffff",
        }
      : {
          bodyBackgroundColor: "#ffffff",
          bodyForegroundColor: "#323130",
          controlBackgroundColor: "#ffffff",
          controlForegroundColor: "#323130",
        },
  };
}
