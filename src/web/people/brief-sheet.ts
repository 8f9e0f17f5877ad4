import { wear } from '../ui/wear.ts';
import css from './brief.css?inline';

wear(css);
