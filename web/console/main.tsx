import { render } from 'preact';
import '../ui/base.css';
import './console.css';
import { App } from './app.tsx';

render(<App />, document.getElementById('app')!);
