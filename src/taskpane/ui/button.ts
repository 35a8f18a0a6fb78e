export { ActionButton, DefaultButton, IconButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
export { ContextualMenuItemType as MenuItemType } from "office-ui-fabric-react/lib/ContextualMenu";
export type { IContextualMenuItem as MenuItem } from "office-ui-fabric-react/lib/ContextualMenu";
