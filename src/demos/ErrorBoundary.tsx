import { Component, type ComponentChildren } from 'preact';

interface Props {
  message: string;
  children: ComponentChildren;
}

/** Keeps an error in one view from taking the frame, with its reset button, down. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p class="demo-problem" role="alert">
        {this.props.message}
      </p>
    );
  }
}
