import { wear } from '../ui/wear.ts';
import css from './said.css?inline';

wear(css);
