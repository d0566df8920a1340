import { render } from 'preact';
import '../ui/base.css';
import './sign.css';
import { App } from './app.tsx';

render(<App />, document.getElementById('app')!);
