import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdCommandForm = defineGotcha({
  id: 'td-command-form',
  title: 'A command line where a program and its arguments belong',
  consequence: 'never-works',
  symptom: '`CannotStartContainerError: … exec: "npm run start": executable file not found in $PATH`',
  why: 'The first element of entryPoint and command is the program, each other one an argument: no shell splits them, and none replaces variables. A text with spaces is the name of a file with spaces.',
  rule: 'No `entryPoint` of one element has a space in it, nor has a `command` of one element where no shell runs it (a warning, since the image may have an entry point that is a shell). Behind `sh -c` stands one text. Without a shell, no element has a variable of the container, as in `$URL`.',
  fix: 'write each word as an element of its own, or put sh and -c in front of the whole line',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['containers', 'operatingSystemFamily'],
  // Windows has one command line, which programs split themselves.
  check: ({ containers, operatingSystemFamily }) => operatingSystemFamily.startsWith('WINDOWS') ? [] : each(containers, (container) => all(
    () => entryPoint(container),
    () => command(container),
    () => behindShell(container),
    () => variable(container),
  )),
});

const isLine = (text: string): boolean => /^\S+\s+\S/.test(text.split(HOLE).join('x'));
const isShell = (words: readonly string[]): boolean => /(^|\/)(ba|da|z|a)?sh$/.test(words[0] ?? '') && words.some((word) => /^-[a-z]*c$/.test(word));

function shown(text: string): string {
  const whole = text.split(HOLE).join('…');
  return whole.length > 40 ? `${whole.slice(0, 39)}…` : whole;
}

function entryPoint(container: ContainerFacts): readonly Finding[] {
  const words = known(container.entryPoint).map(known);
  if (words.length !== 1 || !isLine(words[0])) return [];
  return [{ property: ofContainer(container, 'entryPoint'), detail: `entryPoint (${shown(words[0])}) is one element, and is run as a program of that name` }];
}

function command(container: ContainerFacts): readonly Result[] {
  const words = known(container.command).map(known);
  if (words.length !== 1 || !isLine(words[0])) return [];
  const before = known(container.entryPoint).map(known);
  // An entry point may take a line as one argument.
  if (before.length > 0 || !(/\s(&&|\|\|?|>>?)\s|;\s/.test(words[0]) || /^(\.?\/[\w./-]+|npm|npx|yarn|pnpm|node|python3?|java|sh|bash|go|ruby|bundle|rails|php|gunicorn|uvicorn|dotnet|deno|bun)\s/.test(words[0]))) return [];
  return [{ property: ofContainer(container, 'command'), consequence: 'risk', detail: `command (${shown(words[0])}) is one element, which is run as a program of that name unless the image runs it in a shell` }];
}

// Programs may replace a part of an argument in braces themselves, as Spring does.
const VARIABLE = /\$(?:([A-Za-z_]\w*)|\(([A-Za-z_]\w*)\))|^\$\{([A-Za-z_]\w*)\}$/g;

function variable(container: ContainerFacts): readonly Finding[] {
  const words = [...known(container.entryPoint), ...known(container.command)].map(known);
  // One element may be a line for the shell of the image.
  if (words.length < 2 || words.some((word) => /(^|\/)[a-z]*sh$/.test(word) || /^-[a-z]*c$/.test(word))) return [];
  const used = words.flatMap((word) => [...word.matchAll(VARIABLE)].map(([, plain, round, whole]) => plain ?? round ?? whole));
  if (used.length === 0) return [];
  const names = [...known(container.environment), ...known(container.secrets)].map(({ name }) => known(name));
  const name = used.find((one) => names.includes(one));
  return name === undefined ? [] : [{
    property: ofContainer(container, 'command'),
    consequence: 'risk',
    detail: `command (with $${name}) has no shell that replaces the variable, unless the image runs one`,
    fix: 'write sh and -c in front, and the line as one element behind them, or let the program read the variable',
  }];
}

function behindShell(container: ContainerFacts): readonly Finding[] {
  const words = [...known(container.entryPoint), ...known(container.command)].map(known);
  const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
  const [script, ...others] = at < 0 || !isShell(words.slice(0, at + 1)) ? [] : words.slice(at + 1);
  if (script === undefined || others.length === 0 || /[\s$;&|]/.test(script) || script.includes(HOLE)) return [];
  return [{
    property: ofContainer(container, 'command'),
    consequence: 'misbehaves',
    detail: `command (${shown(words.slice(at).join(' '))}) has several elements behind -c, of which the shell runs ${script} alone`,
    fix: 'write the whole line as one element behind -c',
  }];
}
