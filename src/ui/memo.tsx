import { Component, type ComponentChildren, type ComponentType } from 'preact';

/**
 * The same part, drawn anew only if one of its properties is another than before: a step of a
 * slider then pays only for what it changes. Arrays and functions count by identity.
 */
export function memo<Props extends object>(
  part: (props: Props) => ComponentChildren,
): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props) {
      return differ(this.props, next);
    }

    override render(props: Props) {
      return part(props);
    }
  };
}

export function differ<Props extends object>(before: Props, after: Props): boolean {
  const keys = Object.keys({ ...before, ...after }) as (keyof Props)[];
  return keys.some((key) => before[key] !== after[key]);
}
