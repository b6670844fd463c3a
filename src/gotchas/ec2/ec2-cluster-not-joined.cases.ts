import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity } from '../../index';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const LINUX = '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}';
const BOTTLEROCKET = 'resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id';
const WINDOWS = 'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id';
const JOINS = '#!/bin/bash\necho ECS_CLUSTER=${Shop} >> /etc/ecs/ecs.config\n';
const TOML = '[settings.ecs]\ncluster = "${Shop}"\n';
const POWERSHELL = '<powershell>\nInitialize-ECSAgent -Cluster ${Shop} -EnableTaskIAMRole\n</powershell>';

/** Instances behind a capacity provider of the cluster `Shop`. */
function start(stack: Stack, text: string | undefined, ImageId: unknown = LINUX, cluster: Readonly<Record<string, unknown>> = {}): void {
  const shop = resource(stack, 'Shop', 'AWS::ECS::Cluster', cluster);
  resource(stack, 'Other', 'AWS::ECS::Cluster', {});
  const provider = instances(stack, { launch: { ImageId, UserData: text === undefined ? undefined : { 'Fn::Base64': { 'Fn::Sub': text } } } });
  resource(stack, 'Association', 'AWS::ECS::ClusterCapacityProviderAssociations', { Cluster: shop.ref, CapacityProviders: [provider], DefaultCapacityProviderStrategy: [] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'Bottlerocket gets a shell script', caught: true, app: (stack) => start(stack, JOINS, BOTTLEROCKET) },
  { name: 'Amazon Linux gets TOML', caught: true, app: (stack) => start(stack, TOML) },
  { name: 'Windows gets a shell script', caught: true, app: (stack) => start(stack, JOINS, WINDOWS) },
  { name: 'the script has no first line', caught: true, app: (stack) => start(stack, 'echo ECS_CLUSTER=${Shop} >> /etc/ecs/ecs.config') },
  { name: 'so has one for an image of a parameter', caught: true, app: (stack) => start(stack, 'echo ECS_CLUSTER=${Shop} >> /etc/ecs/ecs.config', parameter(stack)) },
  { name: 'the setting goes to another file', caught: true, app: (stack) => start(stack, JOINS.replace('/etc/ecs/', '/etc/')) },
  { name: 'the cluster is another one of the app', caught: true, app: (stack) => start(stack, JOINS.replace('Shop', 'Other')) },
  { name: 'the cluster has another name', caught: true, app: (stack) => start(stack, JOINS.replace('${Shop}', 'shop'), LINUX, { ClusterName: 'shop-prod' }) },
  { name: 'TOML has another cluster', caught: true, app: (stack) => start(stack, TOML.replace('${Shop}', 'shop'), BOTTLEROCKET) },
  { name: 'TOML has the cluster without quotes', caught: true, app: (stack) => start(stack, TOML.replaceAll('"', ''), BOTTLEROCKET) },
  { name: 'TOML has no cluster', caught: true, app: (stack) => start(stack, '[settings.motd]\nmotd = "shop"\n', BOTTLEROCKET) },
  { name: 'the user data sets no cluster', caught: true, app: (stack) => start(stack, '#!/bin/bash\nyum update -y\n') },
  { name: 'there is no user data', caught: true, app: (stack) => start(stack, undefined) },
  { name: 'the setting goes to another file of the folder', caught: true, app: (stack) => start(stack, JOINS.replace('ecs.config', 'config')) },
  { name: 'a letter of the setting is missing', caught: true, app: (stack) => start(stack, JOINS.replace('CLUSTER', 'CLUSTR')) },
  { name: 'the setting is in small letters', caught: true, app: (stack) => start(stack, JOINS.replace('ECS_CLUSTER', 'ecs_cluster')) },
  { name: 'the setting has spaces', caught: true, app: (stack) => start(stack, JOINS.replace('ECS_CLUSTER=${Shop}', '"ECS_CLUSTER = ${Shop}"')) },
  { name: 'quotes stay in the file', caught: true, app: (stack) => start(stack, JOINS.replace('ECS_CLUSTER=${Shop}', '\'ECS_CLUSTER="${Shop}"\'')) },
  { name: 'quotes are in a here document', caught: true, app: (stack) => start(stack, '#!/bin/bash\ncat <<EOF >> /etc/ecs/ecs.config\nECS_CLUSTER="${Shop}"\nEOF') },
  { name: 'the shell takes the quotes away', caught: false, app: (stack) => start(stack, JOINS.replace('${Shop}', '"${Shop}"')) },
  { name: 'the shell takes quotes around all of it away', caught: false, app: (stack) => start(stack, JOINS.replace('ECS_CLUSTER=${Shop}', '"ECS_CLUSTER=${Shop}"')) },
  { name: 'the script joins the cluster', caught: false, app: (stack) => start(stack, JOINS) },
  { name: 'it joins it by its name', caught: false, app: (stack) => start(stack, JOINS.replace('${Shop}', 'shop'), LINUX, { ClusterName: 'shop' }) },
  { name: 'there are blank lines above the first one', caught: false, app: (stack) => start(stack, `\n  ${JOINS}`) },
  { name: 'a here document joins it', caught: false, app: (stack) => start(stack, "#!/bin/bash\ncat <<'EOF' >> /etc/ecs/ecs.config\nECS_CLUSTER=${Shop}\nECS_ENABLE_SPOT_INSTANCE_DRAINING=true\nEOF") },
  { name: 'a cloud-config joins it', caught: false, app: (stack) => start(stack, '#cloud-config\nbootcmd:\n - echo ECS_CLUSTER=${Shop} >> /etc/ecs/ecs.config') },
  { name: 'Bottlerocket joins it', caught: false, app: (stack) => start(stack, TOML, BOTTLEROCKET) },
  { name: 'Bottlerocket joins it by a dotted key', caught: false, app: (stack) => start(stack, 'settings.ecs.cluster = "${Shop}"\n', BOTTLEROCKET) },
  { name: 'Windows joins it', caught: false, app: (stack) => start(stack, POWERSHELL, WINDOWS) },
  { name: 'the settings come from a bucket', caught: false, notChecked: true, app: (stack) => start(stack, '#!/bin/bash\naws s3 cp s3://shop/ecs.config /etc/ecs/ecs.config') },
  { name: 'the cluster is the default one', caught: false, app: (stack) => start(stack, undefined, LINUX, { ClusterName: 'default' }) },
  {
    name: 'our own capacity joins it',
    caught: false,
    app: (stack) => {
      const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
      new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7i.large') });
    },
  },
  { name: 'a parameter is the user data', caught: false, notChecked: true, app: (stack) => void (parameter(stack), start(stack, '${Given}')) },
  { name: 'a parameter is the cluster', caught: false, notChecked: true, app: (stack) => void (parameter(stack), start(stack, JOINS.replace('Shop', 'Given'))) },
];
