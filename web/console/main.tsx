import { render } from 'preact';
import '../ui/base.css';
import './console.css';
import { App } from './app.tsx';

const app = document.getElementById('app')!;
app.replaceChildren(); // what the HTML says where this does not run
render(<App />, app);
