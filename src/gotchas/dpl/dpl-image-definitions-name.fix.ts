import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as pipelineActions from 'aws-cdk-lib/aws-codepipeline-actions';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service, repository: ecr }) => {
  const [source, images] = [new codepipeline.Artifact(), new codepipeline.Artifact()];
  const definitions = 'printf \'[{"name":"web","imageUri":"%s"}]\' $URI > imagedefinitions.json';
  const project = new codebuild.PipelineProject(stack, 'Build', {
    buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2', phases: { build: { commands: [definitions] } } }),
  });
  const pipeline = new codepipeline.Pipeline(stack, 'Pipeline');
  pipeline.addStage({
    stageName: 'Source',
    actions: [new pipelineActions.EcrSourceAction({ actionName: 'Image', repository: ecr, output: source })],
  });
  const build = new pipelineActions.CodeBuildAction({ actionName: 'Build', project, input: source, outputs: [images] });
  pipeline.addStage({ stageName: 'Build', actions: [build] });
  const deploy = new pipelineActions.EcsDeployAction({ actionName: 'Deploy', service, input: images });
  pipeline.addStage({ stageName: 'Deploy', actions: [deploy] });
};

export const plain: Fix = ({ stack, service, repository: ecr }) => {
  const [source, images] = [new codepipeline.Artifact(), new codepipeline.Artifact()];
  const definitions = 'printf \'[{"name":"app","imageUri":"%s"}]\' $URI > imagedefinitions.json';
  const project = new codebuild.PipelineProject(stack, 'Build', {
    buildSpec: codebuild.BuildSpec.fromObject({ version: '0.2', phases: { build: { commands: [definitions] } } }),
  });
  const pipeline = new codepipeline.Pipeline(stack, 'Pipeline');
  pipeline.addStage({
    stageName: 'Source',
    actions: [new pipelineActions.EcrSourceAction({ actionName: 'Image', repository: ecr, output: source })],
  });
  const build = new pipelineActions.CodeBuildAction({ actionName: 'Build', project, input: source, outputs: [images] });
  pipeline.addStage({ stageName: 'Build', actions: [build] });
  const deploy = new pipelineActions.EcsDeployAction({ actionName: 'Deploy', service, input: images });
  pipeline.addStage({ stageName: 'Deploy', actions: [deploy] });
};
