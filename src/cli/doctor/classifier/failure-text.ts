/** A text of AWS about a failure, in the two forms that rules match. */
export interface FailureText {
  /** Without the phrases that stand in front of any cause. */
  readonly text: string;
  /** Text without names, which may contain any word: ARNs, addresses, images, paths. */
  readonly words: string;
  /** True if the tasks run on container instances; `undefined`: unknown. */
  readonly onInstances?: boolean;
}

/** Phrases for the origin of a text or for the step that was under way: they decide nothing. */
const FRAMES: readonly RegExp[] = [
  /^\(?service [^\s,]+(?:, \w+ \S+)? */i,
  /\bwas unable to place a task(?:\.|,)? *(?:(?:the )?reason(?: for failure)?(?: is|:)|because(?= *[A-Z]\w+(?:Error|Exception)\b))/i,
  /\bTaskFailedToStart: ?/i,
  /\bResourceInitializationError: ?/gi,
  /\b(?:service call|create stream|ref pull|pull image manifest|inspect image) has been retried \d+ times?(?:\(s\))?(?:: ?|$)/gi,
  /\b\d+ time\(s\)(?:: ?|$)/gi,
];

/** An ARN, an address, a path or the reference of an image. Words with a slash that are no name stay: `i/o`, `net/http`. */
const NAMES = /(?<=^|[\s"'([])(?:arn:\S+|(?!i\/o\b|net\/http\b)\S*\/(?:(?!\.{3})\S)*)/gi;

/** The address of a volume plugin of Docker, whose name decides. */
const PLUGIN = /http:\/\/%2Frun%2Fdocker%2Fplugins%2F([\w-]+)\.sock\/(VolumeDriver\.\w+)/gi;

/** Strips a text of the phrases that decide nothing, and masks the names in it. */
export function failureText(text: string, onInstances?: boolean): FailureText {
  const plain = text.replaceAll(/[‘’]/g, '\'').replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim();
  const core = FRAMES.reduce((rest, frame) => rest.replace(frame, ''), plain).replaceAll(PLUGIN, '$1 $2').trim();
  return { text: core, words: core.replaceAll(NAMES, '…').replaceAll(/(capacity provider) [\w-]+/gi, '$1'), onInstances };
}
