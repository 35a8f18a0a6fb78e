export { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
export { Spinner } from "office-ui-fabric-react/lib/Spinner";
