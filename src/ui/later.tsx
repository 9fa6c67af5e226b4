import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { differ } from './memo.tsx';

/**
 * A part that follows a frame after the rest: while a slider is dragged, what the reader looks at is
 * painted first. It is drawn at once at first, and where `isAtOnce` says so of the properties before
 * and after, as of those that its own controls set; and like `memo` only if one is another.
 */
export function later<Props extends object>(
  part: (props: Props) => ComponentChildren,
  isAtOnce: (before: Props, after: Props) => boolean = () => false,
): ComponentType<Props> {
  return class extends Component<Props> {
    private readonly draw = () => this.forceUpdate();

    override shouldComponentUpdate(next: Props) {
      if (isAtOnce(this.props, next)) return true;
      if (differ(this.props, next)) afterPaint(this.draw);
      return false;
    }

    override componentWillUnmount() {
      waiting.delete(this.draw);
    }

    override render(props: Props) {
      waiting.delete(this.draw);
      return part(props);
    }
  };
}

const waiting = new Set<() => void>();

/** In a task of its own after the next frame, so that the frame is on the screen before. */
function afterPaint(draw: () => void) {
  if (waiting.size === 0) requestAnimationFrame(() => setTimeout(drawWaiting));
  waiting.add(draw);
}

function drawWaiting() {
  const draws = [...waiting];
  waiting.clear();
  for (const draw of draws) draw();
}
