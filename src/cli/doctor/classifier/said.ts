/** A text of AWS, taken apart as far as it is the same in each field. */
export interface Said {
  /** Without the phrases that stand in front of any cause. */
  readonly text: string;
  /** The same without names, which may contain any word: ARNs, addresses, images, paths. */
  readonly words: string;
  /** Whether the tasks run on container instances; `undefined`: nobody knows. */
  readonly onInstances?: boolean;
}

/** Phrases that tell where a text comes from, or what was about to be done, and decide nothing. */
const FRAMES: readonly RegExp[] = [
  /^\(?service \S+ */i,
  /\bwas unable to place a task(?:\.|,)? *(?:(?:the )?reason(?: for failure)?(?: is|:)|because(?= *[A-Z]\w+(?:Error|Exception)\b))/i,
  /\bTaskFailedToStart: ?/i,
  /\bResourceInitializationError: ?/gi,
  /\b(?:service call|create stream|ref pull|pull image manifest|inspect image) has been retried \d+ times?(?:\(s\))?(?:: ?|$)/gi,
  /\b\d+ time\(s\)(?:: ?|$)/gi,
];

/** An ARN, an address, a path or the reference of an image. What has a slash and is no name is left alone. */
const NAMES = /(?<=^|[\s"'([])(?:arn:\S+|(?!i\/o\b|net\/http\b)\S*\/(?:(?!\.{3})\S)*)/gi;

export function said(text: string, onInstances?: boolean): Said {
  const plain = text.replaceAll(/[‘’]/g, '\'').replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim();
  const core = FRAMES.reduce((rest, frame) => rest.replace(frame, ''), plain).trim();
  return { text: core, words: core.replaceAll(NAMES, '…').replaceAll(/(capacity provider) [\w-]+/gi, '$1'), onInstances };
}
