import type { Location, Report, ReportedFinding } from '../../../src/cli/report/report';

/** A service at a line of a template. */
export const PLACE: Location = {
  name: 'Shop/Web/Service',
  kind: 'service',
  source: 'cdk.out/Shop.template.json',
  file: { path: 'cdk.out/Shop.template.json', line: 12 },
};

/** A finding with all there can be. */
export const FINDING: ReportedFinding = {
  id: 'scl-desired-count-reset',
  severity: 'error',
  at: PLACE,
  detail: 'desiredCount (4) is set on a service that scales',
  property: 'desiredCount',
  why: 'CloudFormation writes DesiredCount on each update.',
  fix: 'remove desiredCount',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
};

/** A report with one place and the arguments. */
export function aReport(said: Partial<Report> = {}): Report {
  return { verb: 'check', places: [PLACE], findings: [], gaps: [], ok: 7, ...said };
}
