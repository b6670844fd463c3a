import { testTerminal } from './test-terminal';
import { verb } from '../../../src/cli/check/verb';
import type { Report, ReportedFinding } from '../../../src/cli/report/report';

/** Fargate sells no such memory. */
export const TASK = {
  Type: 'AWS::ECS::TaskDefinition',
  Properties: { Cpu: '256', Memory: '300', NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'], ContainerDefinitions: [{ Name: 'app', Image: 'nginx:1' }] },
};

/** Report of `check` on a folder. */
export async function check(cwd: string, ...args: readonly string[]) {
  const terminal = testTerminal({ cwd });
  const code = await verb.run(['--format', 'json', ...args], terminal);
  const report = JSON.parse(terminal.written()) as Report & { readonly notChecked: Report['gaps']; readonly acknowledged: readonly ReportedFinding[] };
  return { code, ...report, found: report.findings.map(({ id, at: { name } }) => `${name}: ${id}`) };
}
