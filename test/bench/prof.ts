import { defaultRecipe } from "../../src/engine/index";
import { computeScores } from "../../src/engine/scores";
import { study } from "./study";
const s = study(10000, 100);
for (let k = 0; k < 150; k++) computeScores(s, defaultRecipe);
