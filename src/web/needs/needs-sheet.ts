import { wear } from '../ui/wear.ts';
import css from './needs.css?inline';

wear(css);
