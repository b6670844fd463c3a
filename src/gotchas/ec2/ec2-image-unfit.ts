import { known } from '../../facts/fact';
import { architectureOfType } from '../../facts/instance-types';
import { defineGotcha, each } from '../definition';

export const ec2ImageUnfit = defineGotcha({
  id: 'ec2-image-unfit',
  title: 'An image that the instance types don\'t start',
  consequence: 'never-works',
  symptom: '`The architecture \'arm64\' of the specified instance type does not match the architecture \'x86_64\' of the specified AMI`, or `InvalidAMIID.Malformed`, in the activities of the Auto Scaling group.',
  why: 'EC2 starts an image only on instance types of its architecture. The parameter …/recommended of an ECS-optimized image is a JSON document, in which the id of the image is one field: …/recommended/image_id is that field alone.',
  rule: 'The ECS-optimized or Bottlerocket image of an Auto Scaling group is for the architecture of all its instance types, and its parameter ends in `image_id`.',
  fix: 'take the image for the architecture of the instance types',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` takes the image for the architecture of its instance types.',
  subject: 'capacity',
  needs: ['imageParameter'],
  reads: ['instanceTypes'],
  check: ({ imageParameter, instanceTypes }) => {
    if (imageParameter === undefined) return [{ notChecked: 'the image of the instances is not taken from a public parameter' }];
    if (isDocument(imageParameter)) {
      return [{ property: 'imageId', detail: `imageId (${imageParameter}) is a parameter with JSON, not with the id of an image`, fix: `name the parameter ${imageParameter.replace(/\/$/, '')}/image_id` }];
    }
    const architecture = architectureOfImage(imageParameter);
    if (architecture === undefined) return [{ notChecked: 'the architecture of the image of the instances is not in its name' }];
    return each(known(instanceTypes), (fact) => {
      const type = known(fact);
      return architectureOfType(type) === architecture ? [] : [{ property: 'machineImage', detail: `machineImage (${imageParameter}) is for ${architecture}, and ${type} is not` }];
    });
  },
});

function isDocument(parameter: string): boolean {
  return /^\/aws\/service\/ecs\/optimized-ami\/.*\/recommended\/?$/.test(parameter) || /^\/aws\/service\/ami-windows-latest\/.*ECS_Optimized\/?$/.test(parameter);
}

function architectureOfImage(parameter: string): string | undefined {
  if (/\/(arm64|aarch64)\//.test(parameter)) return 'ARM64';
  return /\/ecs\/optimized-ami\/|\/bottlerocket\/.*\/x86_64\/|^\/aws\/service\/ami-windows-latest\//.test(parameter) ? 'X86_64' : undefined;
}
