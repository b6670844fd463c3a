import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { App, Stack, Validations, type PolicyViolation } from 'aws-cdk-lib/core';
import { BlueGreenStack } from '../../examples/blue-green/blue-green-stack';
import { CanaryShopStack } from '../../examples/canary-shop/typescript/canary-shop-stack';
import { CodeDeployStack } from '../../examples/code-deploy/code-deploy-stack';
import { Ec2WorkerStack } from '../../examples/ec2-worker/ec2-worker-stack';
import { ExecAuditedStack } from '../../examples/exec-audited/exec-audited-stack';
import { ExistingServicesStack } from '../../examples/existing-services/existing-services-stack';
import { FirstServiceStack } from '../../examples/first-service/typescript/first-service-stack';
import { OrdersStack } from '../../examples/http-api/orders-stack';
import { BrokerStack } from '../../examples/network-load-balancer/broker-stack';
import { NightlyJobStack } from '../../examples/nightly-job/typescript/nightly-job-stack';
import { ObservabilityStack } from '../../examples/observability/observability-stack';
import { OneOffTaskStack } from '../../examples/one-off-task/one-off-task-stack';
import { PreDeployTaskStack } from '../../examples/pre-deploy-task/pre-deploy-task-stack';
import { ServiceConnectStack } from '../../examples/service-connect/service-connect-stack';
import { defineTeams, TEAMS } from '../../examples/shared-load-balancer/teams';
import { OfficeStack } from '../../examples/sign-in/office-stack';
import { UploadsStack } from '../../examples/uploads/uploads-stack';
import { RatesStack } from '../../examples/vpc-lattice/rates-stack';
import { WebAppStack } from '../../examples/web-app/web-app-stack';
import { EcsGuardrails } from '../../src';
import { FLAG_SETS } from '../support/stacks';

const EXAMPLES: { readonly [folder: string]: (app: App) => Stack } = {
  'blue-green': (app) => new BlueGreenStack(app, 'BlueGreen', { imageTag: '1.27' }),
  'canary-shop': (app) => new CanaryShopStack(app, 'CanaryShop'),
  'code-deploy': (app) => new CodeDeployStack(app, 'CodeDeploy', { imageTag: '1.27' }),
  'ec2-worker': (app) => new Ec2WorkerStack(app, 'Ec2Worker', { imageTag: '2.31.0' }),
  'exec-audited': (app) => new ExecAuditedStack(app, 'ExecAudited', { imageTag: '1.36' }),
  'existing-services': (app) => new ExistingServicesStack(app, 'ExistingServices', { imageTag: '1.27' }),
  'first-service': (app) => new FirstServiceStack(app, 'FirstService'),
  'http-api': (app) => new OrdersStack(app, 'Orders', { imageTag: '1.27' }),
  'network-load-balancer': (app) => new BrokerStack(app, 'Broker', { imageTag: '2.0.20' }),
  'nightly-job': (app) => new NightlyJobStack(app, 'NightlyJob'),
  'observability': (app) => new ObservabilityStack(app, 'Observability', { imageTag: '22.20' }),
  'one-off-task': (app) => new OneOffTaskStack(app, 'OneOffTask', { imageTag: '1.36' }),
  'pre-deploy-task': (app) => new PreDeployTaskStack(app, 'PreDeployTask', { imageTag: '1.36' }),
  'service-connect': (app) => new ServiceConnectStack(app, 'ServiceConnect', {
    imageTag: '1.27', certificateAuthorityArn: 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1',
  }),
  'shared-load-balancer': (app) => defineTeams(app, '1.27').pop()!,
  'sign-in': (app) => new OfficeStack(app, 'Office', { imageTag: '1.27', domainName: 'office.example.com', hostedZoneId: 'Z0123456789EXAMPLE00' }),
  'uploads': (app) => new UploadsStack(app, 'Uploads', { imageTag: '1.36' }),
  'vpc-lattice': (app) => new RatesStack(app, 'Rates', { imageTag: '1.27', latticePrefixListId: 'pl-0123456789abcdef0' }),
  'web-app': (app) => new WebAppStack(app, 'MyWebApp', { imageTag: '1.0.0', desiredCount: 3 }),
};

test('each example is tested', () => {
  const folders = readdirSync(join(__dirname, '../../examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(Object.keys(EXAMPLES)).toEqual(folders.map(({ name }) => name).sort());
});

describe.each(FLAG_SETS)('with $flags', ({ context }) => {
  test.each(Object.entries(EXAMPLES))('%s synthesizes without a finding', (_folder, create) => {
    const app = new App({ context });
    const stack = create(app);
    const guardrails = new EcsGuardrails();
    const found: PolicyViolation[] = [];
    Validations.of(app).addPlugins({
      name: guardrails.name,
      validate: (validation) => {
        const report = guardrails.validate(validation);
        found.push(...report.violations);
        return report;
      },
    });
    Template.fromStack(stack);
    expect(found).toEqual([]);
    Annotations.fromStack(stack).hasNoError('*', Match.anyValue());
  });

  test.each(Object.entries(EXAMPLES))('%s synthesizes equal bytes again', (_folder, create) => {
    const written = () => {
      const app = new App({ context });
      create(app);
      return JSON.stringify(app.synth().stacks.map(({ template }) => template));
    };
    expect(written()).toBe(written());
  });
});

describe('shared-load-balancer', () => {
  test('has its rules in the stacks of the services', () => {
    const app = new App();
    const stacks = defineTeams(app, '1.27');
    const rules = stacks.flatMap((stack) => Object.values(Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::ListenerRule')));
    expect(new Set(rules.map(({ Properties }) => Properties.Priority)).size).toBe(Object.values(TEAMS).flat().length);
    const platform = app.node.findChild('Platform') as Stack;
    Template.fromStack(platform).resourceCountIs('AWS::ElasticLoadBalancingV2::ListenerRule', 0);
    expect(platform.dependencies).toEqual([]);
  });
});
