import { company } from './company.ts';
import { synthesize } from './synthesize.ts';

synthesize(company);
