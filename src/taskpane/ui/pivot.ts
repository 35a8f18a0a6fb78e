export { Pivot, PivotItem } from "office-ui-fabric-react/lib/Pivot";
