import { startApp } from "./page/app";

void startApp(document.getElementById("workbench")!, new URLSearchParams(location.search));
