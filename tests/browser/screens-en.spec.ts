/** Every screen in English. */
import { openToEverybody } from "./openness";

openToEverybody("en");
