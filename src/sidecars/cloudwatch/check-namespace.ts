import { checkText } from '../../checks/arguments';

const DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html';

/** Throws for a namespace that CloudWatch refuses. */
export function checkNamespace(at: string, property: string, namespace: string): void {
  checkText(at, property, namespace, /^(?!AWS\/)[\w .\-/#:]{1,255}$/, 'have 1 to 255 letters, digits, spaces and the characters . - _ / # :, and not begin with AWS/', DOCS);
}
