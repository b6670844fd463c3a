import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Template } from 'aws-cdk-lib/assertions';
import { ADOT_VERSION, COMPONENTS } from './adot-components';
import { configOf } from './of-template';
import { FargateWorkerService, OtelCollector, OtelPipeline } from '../../src';
import { SIDECAR_IMAGES } from '../../src/sidecars/images';
import { IMAGE, testCluster, testStack } from '../support/stacks';

const WORKSPACE = 'arn:aws:aps:eu-central-1:111122223333:workspace/ws-0123456789';

/** A configuration with every setting that this library writes. */
function everything(): ReturnType<typeof configOf> {
  const stack = testStack();
  const key = ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Key', 'vendor'));
  new OtelCollector(stack, 'Collector', {
    task: new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE }),
    pipelines: [
      OtelPipeline.xray({ remoteSampling: true }),
      OtelPipeline.cloudWatch({ namespace: 'Shop' }),
      OtelPipeline.prometheus(WORKSPACE),
      OtelPipeline.prometheus(WORKSPACE.replace('eu-central-1', 'eu-west-1')),
      OtelPipeline.otlp('https://otlp.example.com', { headers: { key } }),
    ],
  });
  return configOf(Template.fromStack(stack), 'otel-collector', 'AOT_CONFIG_CONTENT');
}

const typeOf = (id: string) => id.split('/')[0];

test('the components are read in the version of the image', () => {
  expect(SIDECAR_IMAGES.otelCollector.split(':')[1]).toBe(ADOT_VERSION);
});

test.each(Object.entries(COMPONENTS))('the collector of AWS has the %s, with their settings', (section, components) => {
  const configured: Readonly<Record<string, object>> = everything()[section];
  expect(Object.keys(configured)).not.toEqual([]);
  for (const [id, settings] of Object.entries(configured)) {
    expect(Object.keys(components)).toContain(typeOf(id));
    expect(components[typeOf(id)].settings).toEqual(expect.arrayContaining(Object.keys(settings)));
  }
});

test('pipelines consist of configured components, and exporters take their signal', () => {
  const config = everything();
  const { pipelines, extensions } = config.service;
  expect(Object.keys(pipelines)).toEqual(['traces', 'metrics', 'logs']);
  expect(extensions).toEqual(Object.keys(config.extensions));
  for (const [signal, pipeline] of Object.entries<Readonly<Record<string, readonly string[]>>>(pipelines)) {
    for (const section of ['receivers', 'processors', 'exporters']) {
      expect(Object.keys(config[section])).toEqual(expect.arrayContaining([...pipeline[section]]));
    }
    for (const id of pipeline.exporters) expect(COMPONENTS.exporters[typeOf(id)].signals).toContain(signal);
  }
});

test('authenticators are extensions of the configuration', () => {
  const { exporters, extensions } = everything();
  const named = Object.values<{ readonly auth?: { readonly authenticator: string } }>(exporters).flatMap(({ auth }) => auth?.authenticator ?? []);
  expect(named).toEqual(['sigv4auth', 'sigv4auth/2']);
  expect(Object.keys(extensions)).toEqual(expect.arrayContaining(named));
  expect(extensions['sigv4auth/2'].region).toBe('eu-west-1');
});
