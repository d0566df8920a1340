import { render } from 'preact';
import '../ui/base.css';
import './verify.css';
import type { VerifyPageFacts } from '../../shared/contract/verifier.ts';
import { App } from './app.tsx';

/** The server's own words give way to the same in the reader's language, with a check of files. */
const page = document.getElementById('page')!;
const facts: VerifyPageFacts = JSON.parse(page.dataset.facts!);
page.replaceChildren();
render(<App facts={facts} />, page);
