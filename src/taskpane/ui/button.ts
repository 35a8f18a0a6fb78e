export { ActionButton, DefaultButton, IconButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
export type { IContextualMenuItem as MenuItem } from "office-ui-fabric-react/lib/ContextualMenu";
