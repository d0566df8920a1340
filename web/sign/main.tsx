import { render } from 'preact';
import '../ui/base.css';
import './sign.css';
import { prepareViewer } from '../ui/document/prepare-viewer.ts';
import { App } from './app.tsx';

if (location.hash) prepareViewer();

render(<App />, document.getElementById('app')!);
