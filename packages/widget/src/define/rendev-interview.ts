import { RendevInterview } from '../elements/interview/interview.ts';
import { register } from './register.ts';

register('rendev-interview', RendevInterview);
