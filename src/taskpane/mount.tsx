import * as React from "react";
import * as ReactDOM from "react-dom";
import { Pane } from "./Pane";
import type { Actions } from "./actions";
import type { Store } from "./store";
import { loadIcons } from "./ui/icon";
import { applyTheme, Customizer, type Theme, type ThemeName } from "./ui/theme";
import { WordsContext, wordsIn } from "./words";

/** Puts the pane on the page; the answer changes its theme. */
export function mountPane(
  root: HTMLElement,
  store: Store,
  actions: Actions,
  theme: ThemeName,
): (theme: ThemeName) => void {
  loadIcons();
  const render = (name: ThemeName) =>
    ReactDOM.render(<Mounted store={store} actions={actions} theme={applyTheme(name)} />, root);
  render(theme);
  return render;
}

interface MountedProps {
  readonly store: Store;
  readonly actions: Actions;
  readonly theme: Theme;
}

function Mounted({ store, actions, theme }: MountedProps): JSX.Element {
  const [state, setState] = React.useState(store.state());
  React.useEffect(() => {
    setState(store.state());
    return store.subscribe(() => setState(store.state()));
  }, [store]);
  const words = React.useMemo(() => wordsIn(state.locale), [state.locale]);
  React.useEffect(() => {
    document.documentElement.lang = state.locale;
  }, [state.locale]);
  return (
    <Customizer settings={{ theme }}>
      <WordsContext.Provider value={words}>
        <Pane state={state} actions={actions} />
      </WordsContext.Provider>
    </Customizer>
  );
}
