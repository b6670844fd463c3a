import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

const SHELL = /^(\/(usr\/)?bin\/)?(sh|bash|dash|ash)$/;
const RUNS_SCRIPT = /^-[a-z]*c$/;

/** Last commands that a shell does not replace itself with: a loop, a pipe, a wait for background jobs. */
const STAYS = [/\bdone\s*;?\s*$/, /[^|]\|(?!\|)[^;&|\n]*$/, /[;&\n]\s*wait\b[^;&|\n]*$/];
const HANDLES_SIGNALS = /\b(exec|trap|tini|dumb-init)\b/;

export const depPid1Signals = defineGotcha({
  id: 'dep-pid1-signals',
  title: 'A shell is the first process of the container, and hears no signal',
  consequence: 'misbehaves',
  symptom: 'Each stop of a task lasts the whole `stopTimeout` and ends with exit code 137; requests are cut off.',
  why: 'The first process of a container is stopped by no signal that it has no handler for: SIGTERM reaches the shell and not the program, so that ECS has to end it with SIGKILL.',
  rule: 'A command that runs a script with `sh -c` and stays in the shell (a loop, a pipe, `wait`) uses `exec` or `trap` in the script, or has `initProcessEnabled` or a `pidMode` that shares processes. A container that another one awaits with `COMPLETE` or `SUCCESS` ends by itself.',
  fix: 'set initProcessEnabled of the linuxParameters, handle SIGTERM with trap in the script, or run the program without a shell',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['task'],
  check: ({ task }) => known(task.pidMode) !== undefined ? [] : each(known(task.containers), (container) => {
    const script = scriptOf(container);
    if (script === undefined || HANDLES_SIGNALS.test(script) || !STAYS.some((staying) => staying.test(script))) return [];
    return known(container.initProcess) || endsFirst(container, known(task.containers)) ? [] : [{
      property: ofContainer(container, 'command'),
      detail: `command (a script for ${shellOf(container)}) keeps the shell as first process, where it passes no signal on`,
    }];
  }),
});

function endsFirst({ name }: ContainerFacts, containers: readonly ContainerFacts[]): boolean {
  return anyKnown(containers, ({ dependsOn }) => anyKnown(known(dependsOn), ({ containerName, condition }) => (
    known(containerName) === known(name) && ['COMPLETE', 'SUCCESS'].includes(known(condition)))));
}

function words(container: ContainerFacts): readonly string[] {
  return [...known(container.entryPoint), ...known(container.command)].map(known);
}

function shellOf(container: ContainerFacts): string {
  return words(container)[0];
}

function scriptOf(container: ContainerFacts): string | undefined {
  const [program, option, script] = words(container);
  return program !== undefined && SHELL.test(program) && option !== undefined && RUNS_SCRIPT.test(option) ? script : undefined;
}
