import { startApp } from "./page/app";

void startApp(document.getElementById("page")!, new URLSearchParams(location.search));
