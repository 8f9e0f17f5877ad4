import { wear } from '../ui/wear.ts';
import css from './duplicates.css?inline';

wear(css);
