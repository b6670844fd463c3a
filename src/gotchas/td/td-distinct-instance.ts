import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const tdDistinctInstance = defineGotcha({
  id: 'td-distinct-instance',
  title: 'A task definition asks for distinct instances',
  consequence: 'rejected',
  symptom: 'Registering the task definition fails with a `ClientException` about the type of a placement constraint.',
  why: 'A task definition describes one task and accepts constraints of type `memberOf` only. Which tasks must not share an instance is a matter of the service.',
  rule: 'Each of the `placementConstraints` of a task definition has the type `memberOf`.',
  fix: 'move distinctInstance to the placementConstraints of the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html',
  levels: ['synth'],
  designedOut: 'Our EC2 services take placement constraints for the service only.',
  subject: 'task',
  needs: ['placementConstraints'],
  check: ({ placementConstraints }) => each(placementConstraints, (constraint) => {
    const type = known(constraint);
    return type === 'memberOf' ? [] : [{ property: 'placementConstraints', detail: `placementConstraints (${type}) of a task definition must be memberOf` }];
  }),
});
