import { Repository } from 'aws-cdk-lib/aws-ecr';
import { BuildSpec, PipelineProject } from 'aws-cdk-lib/aws-codebuild';
import { Artifact, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import { CodeBuildAction, EcrSourceAction, EcsDeployAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function action(Provider: string, Configuration: Properties, artifacts: Properties): Properties {
  return { Name: Provider, ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Version: '1', Provider }, Configuration, ...artifacts };
}

/** A pipeline that builds with a script in YAML and deploys to a service with the container `app`. */
function deployed(stack: Stack, command: unknown, project: Properties = {}, deploy: Properties = {}): void {
  const own = service(stack, { TaskDefinition: fargateTask(stack).ref });
  const build = resource(stack, 'Build', 'AWS::CodeBuild::Project', {
    Source: { Type: 'CODEPIPELINE', BuildSpec: { 'Fn::Join': ['', ['version: 0.2\nphases:\n  post_build:\n    commands:\n      - docker push $REPO\n      - ', command, '\n']] } }, ...project,
  });
  pipeline(stack, build, { ClusterName: 'shop', ServiceName: own.getAtt('Name'), ...deploy });
}

function pipeline(stack: Stack, build: CfnResource, configuration: Properties): void {
  resource(stack, 'Pipeline', 'AWS::CodePipeline::Pipeline', {
    Stages: [
      { Name: 'Build', Actions: [action('CodeBuild', { ProjectName: build.ref }, { OutputArtifacts: [{ Name: 'Image' }] })] },
      { Name: 'Deploy', Actions: [action('ECS', configuration, { InputArtifacts: [{ Name: 'Image' }] })] },
    ],
  });
}

function write(name: string, file = 'imagedefinitions.json'): string {
  return `printf '[{"name":"${name}","imageUri":"%s"}]' $REPO > ${file}`;
}

function cdk(stack: Stack, name: string): void {
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('web', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
  const own = new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }), taskDefinition });
  const [source, image] = [new Artifact(), new Artifact()];
  const buildSpec = BuildSpec.fromObject({ version: '0.2', phases: { post_build: { commands: [`echo "[{\\"name\\":\\"${name}\\",\\"imageUri\\":\\"$REPO\\"}]" > imagedefinitions.json`] } } });
  new Pipeline(stack, 'Pipeline', {
    stages: [
      { stageName: 'Source', actions: [new EcrSourceAction({ actionName: 'Ecr', repository: Repository.fromRepositoryName(stack, 'Repository', 'shop'), output: source })] },
      { stageName: 'Build', actions: [new CodeBuildAction({ actionName: 'Build', project: new PipelineProject(stack, 'Build', { buildSpec }), input: source, outputs: [image] })] },
      { stageName: 'Deploy', actions: [new EcsDeployAction({ actionName: 'Deploy', service: own, input: image })] },
    ],
  });
}

const CONTAINER = { Environment: { EnvironmentVariables: [{ Name: 'CONTAINER', Value: 'web' }] } };

export const cases: readonly GotchaCase[] = [
  { name: 'another name', caught: true, app: (stack) => deployed(stack, write('web')) },
  { name: 'another name in a file of its own', caught: true, app: (stack) => deployed(stack, write('web', 'images.json'), {}, { FileName: 'images.json' }) },
  { name: 'a variable of the project has another name', caught: true, app: (stack) => deployed(stack, write('${CONTAINER}'), CONTAINER) },
  { name: 'a pipeline of the CDK', caught: true, app: (stack) => cdk(stack, 'app') },
  { name: 'a pipeline of the CDK with the name of the container', caught: false, app: (stack) => cdk(stack, 'web') },
  { name: 'the name of the container', caught: false, app: (stack) => deployed(stack, write('app')) },
  { name: 'the script chooses between two names', caught: false, app: (stack) => deployed(stack, `if $BLUE; then ${write('app')}; else ${write('web')}; fi`) },
  { name: 'the file is not the one that is deployed', caught: false, app: (stack) => deployed(stack, write('web', 'others.json')) },
  { name: 'a variable that the script sets', caught: false, app: (stack) => deployed(stack, write('$NAME')) },
  { name: 'a parameter is the command', caught: false, app: (stack) => deployed(stack, parameter(stack)) },
  { name: 'a file of the source', caught: false, app: (stack) => deployed(stack, 'ls', { Source: { Type: 'CODEPIPELINE', BuildSpec: 'buildspec.yml' } }) },
  { name: 'a service out of the app', caught: false, app: (stack) => deployed(stack, write('web'), {}, { ServiceName: 'other' }) },
  { name: 'there is no pipeline', caught: false, app: (stack) => void service(stack) },
];
