/** Every screen in Japanese. */
import { openToEverybody } from "./openness";

openToEverybody("ja");
