import { render } from 'preact';
import '../ui/base.css';
import './verify.css';
import type { VerifyPageFacts } from '../../shared/contract/verifier.ts';
import { App } from './app.tsx';

/** Replaces the server-rendered text by the same in the user's language, and adds the check of files. */
const page = document.getElementById('page')!;
const facts: VerifyPageFacts = JSON.parse(page.dataset.facts!);
page.replaceChildren();
render(<App facts={facts} />, page);
