export { MessageBar, MessageBarType } from "office-ui-fabric-react/lib/MessageBar";
export { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
export { Spinner, SpinnerSize } from "office-ui-fabric-react/lib/Spinner";
