import { render } from 'preact';
import '../ui/base.css';
import './console.css';
import './list/list.css';
import './draft/draft.css';
import './fields/fields.css';
import './detail/detail.css';
// Imported last, so that its rules win on phones.
import './fields/editor.css';
import { App } from './app.tsx';

const app = document.getElementById('app')!;
app.replaceChildren(); // what the HTML says where this does not run
render(<App />, app);
