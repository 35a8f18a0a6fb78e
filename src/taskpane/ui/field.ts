export { Checkbox } from "office-ui-fabric-react/lib/Checkbox";
export { ComboBox } from "office-ui-fabric-react/lib/ComboBox";
export { Dropdown } from "office-ui-fabric-react/lib/Dropdown";
export { SearchBox } from "office-ui-fabric-react/lib/SearchBox";
export { TextField } from "office-ui-fabric-react/lib/TextField";
export { Toggle } from "office-ui-fabric-react/lib/Toggle";
