/** Makes one slow key from one code's secret and salt, and ends. */
import { stretchedInScript, type Stretching } from "@answerable/seal/stretch";

onmessage = ({ data }: MessageEvent<Stretching>) => {
  postMessage(stretchedInScript(data));
};
