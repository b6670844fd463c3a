import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './assembly';

const EXAMPLES = join(ROOT, 'examples');
const LANGUAGES = { typescript: ['TypeScript', 'ts'], python: ['Python', 'python'], java: ['Java', 'java'], go: ['Go', 'go'] } as const;

/** Examples that are there in several languages. */
export const LANGUAGE_EXAMPLES: readonly string[] = readdirSync(EXAMPLES)
  .filter((name) => statSync(join(EXAMPLES, name)).isDirectory() && readdirSync(join(EXAMPLES, name)).includes('python')).sort().reverse();

/** Installs the library, in the words of each language. */
const INSTALL = [
  '::: code-group',
  '```sh [TypeScript]\nnpm install cdk-ecs-guardrails aws-cdk-lib constructs\n```',
  '```sh [Python]\npip install cdk-ecs-guardrails\n```',
  '```xml [Java]\n<dependency>\n  <groupId>io.github.cdkecsguardrails</groupId>\n  <artifactId>cdk-ecs-guardrails</artifactId>\n  <version>…</version>\n</dependency>\n```',
  '```sh [C#]\ndotnet add package CdkEcsGuardrails\n```',
  '```sh [Go]\ngo get github.com/cdk-ecs-guardrails/cdk-ecs-guardrails-go/ecsguardrails\n```',
  ':::',
];

/** The page of an example: its files in each language, which a test synthesizes to the same template. */
export function examplePage(name: string): string {
  const files = Object.entries(LANGUAGES).flatMap(([folder, [title, fence]]) => sources(name, folder).map((file) => ({ title, fence, text: readFileSync(file, 'utf8') })));
  const about = /^\/\*\* (.+) \*\/\nexport class/m.exec(files[0].text)?.[1];
  if (about === undefined) throw new Error(`the first file of examples/${name}/typescript has no class with a comment of one line`);
  return [
    `# ${name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())}`, '', about, '',
    '::: code-group', ...files.map(({ title, fence, text }) => `\`\`\`${fence} [${title}]\n${text.trim()}\n\`\`\``), ':::', '',
    'A test synthesizes the app in each of these languages, and compares the templates byte by byte.', '',
    '## Install', '', ...INSTALL, '',
    'In all languages but TypeScript the library runs on Node.js too, which has to be installed. `cdk synth` fails on errors of the rule pack in all of them.',
    'The command line is there by `npx --package cdk-ecs-guardrails ecs-guardrails` in any project, and in the environment of Python as `ecs-guardrails`.',
  ].join('\n');
}

/** The file with the stack is first, and alone: that of the app only starts it. */
function sources(name: string, folder: string): readonly string[] {
  const files = readdirSync(join(EXAMPLES, name, folder)).sort().reverse();
  return [...files].sort((a, b) => Number(b.includes('stack')) - Number(a.includes('stack'))).slice(0, 1).map((file) => join(EXAMPLES, name, folder, file));
}
