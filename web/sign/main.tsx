import { render } from 'preact';
import '../ui/base.css';
import './sign.css';
import { prepareViewer } from '../ui/document/prepare-viewer.ts';
import { App } from './app.tsx';
import { tidiedAddress } from './arrived-link.ts';

const tidied = tidiedAddress(location);
if (tidied) history.replaceState(history.state, '', tidied);

if (location.hash) prepareViewer();

const app = document.getElementById('app')!;
app.replaceChildren(); // what the HTML says where this does not run
render(<App />, app);
