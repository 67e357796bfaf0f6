import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  fallback: ReactNode;
  /** A change of it tries again. */
  resetKey?: string;
  children: ReactNode;
}

/** Keeps a part that broke from taking the whole page with it. */
export class Boundary extends Component<BoundaryProps, { broken: boolean; key: string | undefined }> {
  override state = { broken: false, key: this.props.resetKey };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { broken: boolean; key: string | undefined }) {
    return props.resetKey === state.key ? null : { broken: false, key: props.resetKey };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
