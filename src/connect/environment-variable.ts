/** The name of an environment variable for an endpoint: `order-api` and `OrderApi` are both `ORDER_API_URL`. */
export function variableFor(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').toUpperCase();
  return `${/^\d/.test(words) ? '_' : ''}${words}_URL`;
}
