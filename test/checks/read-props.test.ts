import { CfnParameter, Duration, Stack } from 'aws-cdk-lib/core';
import { readProps } from '../../src/checks/read-props';

interface Props {
  readonly image?: string;
  readonly timeout?: Duration;
  readonly logging?: { readonly name?: string; readonly group?: { readonly days?: number } };
  readonly ports?: readonly number[];
  readonly sidecars?: readonly { readonly name?: string }[];
}

const read = (props: unknown, required: (keyof Props)[] = []) => readProps<Props>('Shop/Web', props as Props, required);

test('what has no null is the same object', () => {
  const props = { image: 'a', timeout: Duration.seconds(3), logging: { group: { days: 3 } }, ports: [1, 2], sidecars: [{ name: 'a' }] };
  expect(read(props)).toBe(props);
});

test('null counts as left out, wherever it is', () => {
  expect(read({ image: null, ports: [1], logging: { name: null, group: { days: null } }, sidecars: [{ name: null }] }))
    .toEqual({ image: undefined, ports: [1], logging: { name: undefined, group: { days: undefined } }, sidecars: [{ name: undefined }] });
});

test.each([[undefined], [null]])('%s instead of all properties leaves all of them out', (props) => {
  expect(read(props)).toEqual({});
  expect(() => read(props, ['image'])).toThrow('image is left out, it is required\n  at:   Shop/Web (image)\n  fix:  pass image');
});

test('an item of a list is there', () => {
  expect(() => read({ ports: [1, null] })).toThrow('ports[1] is null\n  at:   Shop/Web (ports[1])\n  fix:  leave ports[1] out of the list');
  expect(() => read({ sidecars: [undefined] })).toThrow('sidecars[0] is undefined');
});

test('constructs and tokens are left alone', () => {
  const stack = new Stack();
  const token = new CfnParameter(stack, 'Text').valueAsString;
  const props = { stack, token, deep: { stack } };
  expect(read({ ...props, image: null })).toEqual({ ...props, image: undefined });
});
