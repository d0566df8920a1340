import { render } from 'preact';
import '../ui/base.css';
import './sign.css';
import { prepareViewer } from '../ui/document/prepare-viewer.ts';
import { App } from './app.tsx';

if (location.hash) prepareViewer();

const app = document.getElementById('app')!;
app.replaceChildren(); // what the HTML says where this does not run
render(<App />, app);
