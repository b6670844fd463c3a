/** Words of task definitions, and those of the props of this library for the same. The longer ones are first. */
const WORDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/set containerPortRange to two ports that rise, as in 8000-8010, .*/g, 'pass two ports that rise to ContainerPort.tcpRange or udpRange'],
  [/\bcontainerPortRange\b/g, 'range of ports'],
  [/\bportMappings\b/g, 'ports'],
  [/\blinuxParameters\.initProcessEnabled\b/g, 'initProcess'],
  [/\blinuxParameters\.sharedMemorySize\b/g, 'linux.sharedMemoryMiB'],
  [/\blinuxParameters\.maxSwap\b/g, 'linux.maxSwapMiB'],
  [/\blinuxParameters\./g, 'linux.'],
  [/\bresourceRequirements\b/g, 'accelerators'],
];

/** A text about a task definition, in the words of the props that it was made from. */
export function inWordsOfProps(text: string): string {
  return WORDS.reduce((words, [word, prop]) => words.replace(word, prop), text);
}
