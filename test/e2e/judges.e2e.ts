import acceptedFindings from './judges-accepted.json';
import { type Accepted, type Finding, accepts, judge } from './support/judges';

const EXAMPLES = ['blue-green', 'pre-deploy-task', 'web-app', 'ec2-worker', 'shared-load-balancer', 'existing-services', 'one-off-task', 'service-connect', 'code-deploy', 'network-load-balancer', 'http-api', 'vpc-lattice', 'sign-in', 'uploads', 'observability', 'exec-audited'];

const NEVER_ACCEPTED = ['CloudFormation Validate', 'cfn-lint'];

describe.each(EXAMPLES)('%s', (example) => {
  const accepted: Accepted[] = acceptedFindings.filter(({ examples }) => examples.includes(example));
  let findings: Finding[];

  beforeAll(async () => {
    findings = await judge(example);
  });

  test('has no error that would stop a deployment', () => {
    const errors = findings.filter(({ judge: by, severity }) => NEVER_ACCEPTED.includes(by) && severity === 'error');
    expect(errors.map(describeFinding)).toEqual([]);
  });

  test('has no finding without a reason in judges-accepted.json', () => {
    const unknown = findings.filter((finding) => !accepted.some((entry) => accepts(entry, finding)));
    expect(unknown.map(describeFinding)).toEqual([]);
  });

  test('has every finding with a reason in judges-accepted.json', () => {
    const gone = accepted.filter((entry) => !findings.some((finding) => accepts(entry, finding)));
    expect(gone).toEqual([]);
  });
});

test('every accepted finding is of an example that exists', () => {
  const named = acceptedFindings.flatMap(({ examples }) => examples);
  expect(named.filter((example) => !EXAMPLES.includes(example))).toEqual([]);
});

function describeFinding({ judge: by, rule, resource, message }: Finding): string {
  return `${by} ${rule} on ${resource}: ${message}`;
}
