import { defineLiveGotcha } from '../definition';

export const opsImageOld = defineLiveGotcha({
  id: 'ops-image-old',
  title: 'An image that was not built for half a year',
  consequence: 'worth-knowing',
  symptom: 'The image was pushed to ECR more than 180 days ago.',
  why: 'Repairs in its base image and its packages since then are not part of the image.',
  rule: 'The images of a service in ECR are at most 180 days old.',
  fix: 'build the image again on a current base image, and deploy it',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
  causalRank: 'none',
});
