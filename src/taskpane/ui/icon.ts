import { initializeIcons } from "@uifabric/icons";

export { Icon } from "office-ui-fabric-react/lib/Icon";

/** Icons come from beside the page, never from a CDN. */
export function loadIcons(): void {
  initializeIcons("fonts/", { disableWarnings: true });
}
